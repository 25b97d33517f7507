import type { Refusal } from '../../protocol/refusal.ts'
import type { Unreachable } from '../net/http.ts'
import { isFinalCode, toPrompt } from './entry-prompt.ts'
import { retryDelay } from './join-retry.ts'
import type { EntryAnswer, OverReason, Prompt, Stage } from './room-stage.ts'

/** What happens to a visitor's stage. Times are milliseconds of the page's steady clock. */
export type StageEvent =
  /** The visitor answers a prompt or wants to try again, or it is time to. */
  | { is: 'answered'; answer: EntryAnswer; now: number }
  /** There is a network again. */
  | { is: 'online'; now: number }
  /** What messages are encrypted with is known. */
  | { is: 'unlocked' }
  /** Something has to be answered before joining. */
  | { is: 'prompted'; prompt: Prompt }
  /** The attempt was refused. `random` is from 0 up to but not including 1. */
  | { is: 'refused'; refusal: Refusal | Unreachable; now: number; random: number }
  | { is: 'joined' }
  | { is: 'leaving' }
  /** The server has answered to leaving, or took too long. */
  | { is: 'left'; reached: boolean }
  /** `mayReturn` says that the room may still be there, for somebody who comes back. */
  | { is: 'ended'; why: OverReason; mayReturn?: boolean }

/** What is to be done after an event. */
export type Effect =
  /** Finds out what messages are encrypted with. */
  | 'unlock'
  | 'join'
  /** Frees the seat. */
  | 'leave'
  /** Ends the session and forgets everything. */
  | 'forget'
  /** The same, but keeps what was written and not sent for somebody who comes back. */
  | 'keep-unsent'
  /** Tries again after so many milliseconds, unless the stage changes before. */
  | { retryAfter: number }

/** The stage of a visitor who has just come. */
export function firstStage(alias: string | undefined): Stage {
  const answer = alias === undefined ? {} : { alias }
  return { is: 'unlocking', prompt: null, next: null, answer, failures: 0 }
}

/**
 * The one place that decides where a visitor stands.
 * @returns the stage after an event, and what is to be done; the same stage where the event means nothing in it
 */
export function reduceStage(stage: Stage, event: StageEvent): [Stage, ...Effect[]] {
  switch (event.is) {
    case 'answered':
      if (stage.is === 'waiting') return attempt(stage, event.answer, event.now)
      return 'next' in stage ? [{ ...stage, next: event.answer }] : [stage]
    case 'online':
      if (stage.is === 'waiting' && 'retryAt' in stage.prompt) return attempt(stage, {}, event.now)
      return stage.is === 'over' && stage.remains === 'owes-leave' ? [stage, 'leave'] : [stage]
    case 'unlocked':
      return stage.is === 'unlocking' ? [{ ...stage, is: 'joining' }, 'join'] : [stage]
    case 'prompted':
      return 'next' in stage ? wait(stage, event.prompt, 0, 0) : [stage]
    case 'refused':
      return 'next' in stage ? refuse(stage, event) : [stage]
    case 'joined':
      if (isAtDoor(stage)) return [{ is: 'live', letIn: true }]
      return 'next' in stage ? [{ is: 'live' }] : [stage]
    case 'leaving':
      if (isAtDoor(stage)) return end('gave-up', false)
      return stage.is === 'live' ? [{ is: 'leaving' }, 'leave'] : [stage]
    case 'left':
      return leave(stage, event.reached)
    case 'ended':
      // The first end is the one that counts, and who is leaving leaves, whatever else ends it meanwhile.
      if (stage.is === 'over') {
        // What waits for who may return goes, too, once it is not to wait.
        const isKept = event.why === 'wiped' && stage.remains === 'may-return'
        return isKept ? end('wiped', false) : [stage]
      }
      // Who was away from the door for long knocks again.
      if (isAtDoor(stage) && event.why === 'seat-lost') return attempt(stage, { greeted: true }, 0)
      if (isAtDoor(stage) && event.why === 'removed') return end('turned-away', false)
      return end(
        stage.is === 'leaving' && event.why !== 'wiped' ? 'left' : event.why,
        event.mayReturn ?? event.why === 'seat-lost',
      )
  }
}

function isAtDoor(stage: Stage): stage is Waiting {
  return stage.is === 'waiting' && stage.prompt.is === 'door'
}

type Attempt = Extract<Stage, { next: unknown }>
type Waiting = Extract<Stage, { is: 'waiting' }>

/**
 * Begins another attempt. A form stays on the page meanwhile; a refusal makes room for the attempt, unless the page tries
 * by itself, again and again.
 */
function attempt(
  { prompt, answer, failures }: Waiting,
  more: EntryAnswer,
  now: number,
): [Stage, ...Effect[]] {
  const shown = prompt.is !== 'refused' ? prompt : 'retryAt' in prompt ? { ...prompt, retryAt: now } : null
  return [{ is: 'unlocking', prompt: shown, next: null, answer: { ...answer, ...more }, failures }, 'unlock']
}

/** Waits with a prompt, or tries at once what was answered meanwhile. */
function wait(stage: Attempt, prompt: Prompt, failures: number, now: number): [Stage, ...Effect[]] {
  const { answer, next } = stage
  const waiting: Waiting = { is: 'waiting', prompt, answer, failures }
  const isFinal = prompt.is === 'refused' && isFinalCode(prompt.code)
  const effects: Effect[] = isFinal ? ['forget'] : []
  if (!next) return [waiting, ...effects]
  const [again, ...more] = attempt(waiting, next, now)
  return [again, ...effects, ...more]
}

/** Takes a refusal. One that passes by itself is tried again by itself, with all that was answered. */
function refuse(
  stage: Attempt,
  { refusal, now, random }: Extract<StageEvent, { is: 'refused' }>,
): [Stage, ...Effect[]] {
  const prompt = toPrompt(refusal, stage.answer.alias)
  const delay = retryDelay(refusal, stage.failures, () => random)
  if (delay === null || prompt.is !== 'refused') return wait(stage, prompt, 0, now)
  const retried = wait(stage, { ...prompt, retryAt: now + delay }, stage.failures + 1, now)
  return stage.next ? retried : [...retried, { retryAfter: delay }]
}

function leave(stage: Stage, reached: boolean): [Stage, ...Effect[]] {
  const remains = reached ? 'nothing' : 'owes-leave'
  if (stage.is === 'leaving') return [{ is: 'over', why: 'left', remains }, 'forget']
  // The room may close the socket of somebody who leaves before it answers the call.
  return stage.is === 'over' && stage.why === 'left' ? [{ ...stage, remains }] : [stage]
}

function end(why: OverReason, mayReturn: boolean): [Stage, ...Effect[]] {
  if (mayReturn && why !== 'left') return [{ is: 'over', why, remains: 'may-return' }, 'keep-unsent']
  return [{ is: 'over', why, remains: 'nothing' }, 'forget']
}
