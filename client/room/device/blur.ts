import { type Accessor, createEffect, onCleanup } from 'solid-js'

/** Has what the page shows blurred while nobody looks at it. Nothing moves by that, and nothing is read out. */
export function createBlur(isAway: Accessor<boolean>): void {
  const { classList } = document.documentElement
  createEffect(() => classList.toggle('blurred', isAway()))
  onCleanup(() => classList.remove('blurred'))
}
