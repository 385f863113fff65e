/** Values by key, each kept for as long as somebody else holds it. */
export class WeakValues<Key, Value extends object> {
  readonly #values = new Map<Key, WeakRef<Value>>();
  readonly #gone = new FinalizationRegistry<Key>((key) => {
    // The key may have another value by now.
    if (this.#values.get(key)?.deref() === undefined) this.#values.delete(key);
  });

  /** The value of a key, made where nobody holds one. */
  get(key: Key, make: () => Value): Value {
    const known = this.#values.get(key)?.deref();
    if (known !== undefined) return known;
    const value = make();
    this.#values.set(key, new WeakRef(value));
    this.#gone.register(value, key);
    return value;
  }
}
