/** Makes pairs whose private key can be read: so that a test knows what a thief of the browser's memory would. */
export async function makeReadablePairs<T>(run: () => Promise<T>): Promise<T> {
  const { subtle } = crypto
  const { generateKey } = subtle
  Object.defineProperty(subtle, 'generateKey', {
    configurable: true,
    value: (algorithm: unknown, _: boolean, usages: unknown) =>
      Reflect.apply(generateKey, subtle, [algorithm, true, usages]),
  })
  try {
    return await run()
  } finally {
    Reflect.deleteProperty(subtle, 'generateKey')
  }
}
