import { formatNumber, pickPlural } from './index.ts'

/** Counts people, in Arabic, in the case that follows a preposition. */
export function countPeople(count: number): string {
  const number = formatNumber(count)
  return pickPlural(count, { one: 'شخص واحد', two: 'شخصين', few: `${number} أشخاص`, other: `${number} شخصًا` })
}

/** Counts messages, in Arabic. */
export function countMessages(count: number): string {
  const number = formatNumber(count)
  return pickPlural(count, {
    zero: 'لا رسائل',
    one: 'رسالة واحدة',
    two: 'رسالتان',
    few: `${number} رسائل`,
    other: `${number} رسالة`,
  })
}

/** Counts files, in Arabic. */
export function countFiles(count: number): string {
  const number = formatNumber(count)
  return pickPlural(count, { one: 'ملف واحد', two: 'ملفان', few: `${number} ملفات`, other: `${number} ملفًا` })
}

/** Counts votes, in Arabic. */
export function countVotes(count: number): string {
  const number = formatNumber(count)
  return pickPlural(count, {
    zero: 'لا أصوات',
    one: 'صوت واحد',
    two: 'صوتان',
    few: `${number} أصوات`,
    other: `${number} صوتًا`,
  })
}

/** Counts new messages, in Arabic: one and two are words of their own. */
export function countNewMessages(count: number): string {
  const number = formatNumber(count)
  return pickPlural(count, {
    one: 'رسالة جديدة',
    two: 'رسالتان جديدتان',
    few: `${number} رسائل جديدة`,
    other: `${number} رسالة جديدة`,
  })
}

/** Counts the people who are not named, in Arabic. */
export function countOthers(count: number): string {
  return pickPlural(count, { one: 'شخص آخر', two: 'شخصان آخران', other: `${formatNumber(count)} آخرون` })
}
