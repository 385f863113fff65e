/** Every list of whole numbers up to `most`. */
export function* everyList(length: number, most: number): Generator<readonly number[]> {
  const values = Array.from({ length }, () => 0);
  for (;;) {
    yield values;
    let at = 0;
    while (values[at] === most) values[at++] = 0;
    if (at === length) return;
    values[at]! += 1;
  }
}
