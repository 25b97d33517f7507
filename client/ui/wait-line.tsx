import { createEffect, createSignal, on } from 'solid-js'
import { waitTexts } from '#i18n/wait.ts'

/**
 * How long a button waits. The figures are for the eye alone: what is wrong is said beside the field, with the time, and
 * that it is over is said once, so that a screen reader hears two sentences and not sixty.
 */
export function WaitLine(props: {
  /** Seconds; 0 where nothing is waited for. */
  left: number
}) {
  const [isOver, setOver] = createSignal(false)
  createEffect(
    on(
      () => props.left > 0,
      (isWaiting, wasWaiting) => setOver(!isWaiting && wasWaiting === true),
    ),
  )
  return (
    <>
      <p class="wait-line" hidden={props.left === 0} aria-hidden="true">
        {waitTexts.left(props.left)}
      </p>
      <p class="unseen" role="status">
        {isOver() ? waitTexts.over : ''}
      </p>
    </>
  )
}
