import type { AdmissionAnswer, AdmissionRequest } from '../relay-protocol/calls.ts'

/** Upgrades in one call. */
const ADMISSIONS_PER_CALL = 256

/** The room's last word about an admission. */
type FinalAdmissionAnswer = Exclude<AdmissionAnswer, 'later'>

/** An upgrade that waits for the room, and what takes the room's answer. */
export interface WaitingAdmission extends AdmissionRequest {
  answer: (answer: FinalAdmissionAnswer) => void
}

/** The upgrades that a relay asks its room to admit, oldest first. */
export class WaitingAdmissions {
  readonly #admissions: WaitingAdmission[] = []

  /** How many there are. */
  get size(): number {
    return this.#admissions.length
  }

  /** Adds an upgrade. */
  addAdmission(admission: WaitingAdmission): void {
    this.#admissions.push(admission)
  }

  /** Returns the admissions that go into the next call. They stay here until they are answered. */
  listForCall(): readonly WaitingAdmission[] {
    return this.#admissions.slice(0, ADMISSIONS_PER_CALL)
  }

  /**
   * Answers the admissions of one call. Those that the room had no place for stay here and go with the next call.
   * @param answers in the order of the admissions
   * @returns whether there was no place for a single one
   */
  answerAdmissions(admissions: readonly WaitingAdmission[], answers: readonly AdmissionAnswer[]): boolean {
    const later = admissions.filter((_, index) => answers[index] === 'later')
    this.#admissions.splice(0, admissions.length, ...later)
    for (const [index, admission] of admissions.entries()) {
      const answer = answers[index]
      if (answer !== undefined && answer !== 'later') admission.answer(answer)
    }
    return later.length > 0 && later.length === admissions.length
  }

  /** Answers every admission the same. */
  answerAll(answer: FinalAdmissionAnswer): void {
    for (const admission of this.#admissions.splice(0)) admission.answer(answer)
  }
}
