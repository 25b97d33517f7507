/** Characters of a wrong setting that an answer or a line of the log repeats. */
const SHOWN_MAX = 40

/** A setting of the deployment is wrong. The message is for whoever runs it, says how to mend it, and holds nothing of a request. */
export class SettingError extends Error {
  override name = 'SettingError'
}

/** Returns a setting as a message quotes it. */
export function quoteSetting(value: string): string {
  return JSON.stringify(value.slice(0, SHOWN_MAX))
}
