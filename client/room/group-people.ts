/** People up to which all of them are named in one sentence. */
const NAMED_MAX = 3

/** Names that stand before "and 4 others". */
const NAMED_OF_MANY = 2

/** Returns who of these is named in a sentence, and how many others there are. */
export function groupPeople<Person>(people: readonly Person[]): { named: Person[]; others: number } {
  const named = people.slice(0, people.length > NAMED_MAX ? NAMED_OF_MANY : NAMED_MAX)
  return { named, others: people.length - named.length }
}
