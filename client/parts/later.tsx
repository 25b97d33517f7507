import { createSignal, type JSX, Show } from 'solid-js'

/** A part that few people see: it is loaded when it is first to be shown. */
export function Later<T extends object>(props: {
  load: () => Promise<T>
  /** Shows it, once it is here. */
  children: (loaded: T) => JSX.Element
  /** Shown where it can't be loaded. */
  failed: JSX.Element
}) {
  const [loaded, setLoaded] = createSignal<T | null>()
  props.load().then(
    (part) => setLoaded(() => part),
    () => setLoaded(null),
  )
  return (
    <Show when={loaded()} keyed fallback={loaded() === null && props.failed}>
      {(part) => props.children(part)}
    </Show>
  )
}
