// Has a process of Node believe that it is another day, in another year: `node --import`. No TypeScript, because npm runs on
// the machine's own Node.

/** Milliseconds by which its clock is ahead. */
const AHEAD = 400 * 24 * 60 * 60 * 1000

globalThis.Date = new Proxy(Date, {
  construct: (real, given, target) =>
    Reflect.construct(real, given.length === 0 ? [real.now() + AHEAD] : given, target),
  get: (real, key) => (key === 'now' ? () => real.now() + AHEAD : Reflect.get(real, key)),
})
