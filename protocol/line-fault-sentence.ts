import { MARKS_MAX } from './limits.ts'
import type { LineFault } from './text.ts'

/** One sentence that says what to do about an alias or a title. @param max characters it may have */
export function sentenceOfFault(fault: LineFault, max: number): string {
  switch (fault.is) {
    case 'empty':
      return `Use 1 to ${max} visible characters.`
    case 'unseen':
      return 'Leave out the characters that are not seen, or that turn the direction of text.'
    case 'marks':
      return `Put no more than ${MARKS_MAX} marks on a letter, and none on a blank.`
    case 'long':
      return `Use ${max} characters at most; this has ${fault.length}.`
  }
}
