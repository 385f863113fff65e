/**
 * Waits for a promise no longer than so many milliseconds. The timer is cleared either way, since one that
 * is left would keep a process alive.
 *
 * @param late makes the error of a promise that is given up. Nothing stops what it stands for: a caller
 *   that can stop it does so here.
 */
export async function withDeadline<T>(
  promise: Promise<T>,
  milliseconds: number,
  late: () => Error,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_settle, fail) => {
    timer = setTimeout(() => {
      fail(late());
    }, milliseconds);
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
