import { markFileName } from '../../protocol/safe-file-name.ts'

/**
 * Claims a name that no other file of a folder has: `a.jpg`, then `a (2).jpg`. Names that differ in upper and lower case alone
 * are one to most systems.
 * @param taken how often each name was claimed; it is added to
 */
export function claimFileName(name: string, taken: Map<string, number>): string {
  const claims = taken.get(fold(name)) ?? 0
  let claimed = name
  let number = claims
  // Somebody may have called a file `a (2).jpg`.
  while (taken.has(fold(claimed))) {
    number += 1
    claimed = markFileName(name, ` (${number})`)
  }
  if (claims > 0) taken.set(fold(name), number)
  taken.set(fold(claimed), 1)
  return claimed
}

const fold = (name: string) => name.toLowerCase()
