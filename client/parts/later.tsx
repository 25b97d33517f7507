import { createSignal, type JSX, onCleanup, Show } from 'solid-js'

/** A part that few people see: it is loaded when it is first to be shown. */
export function Later<T extends object>(props: {
  load: () => Promise<T>
  /** Shows it, once it is here. */
  children: (loaded: T) => JSX.Element
  /** Shown where it can't be loaded. */
  failed: JSX.Element
}) {
  const [loaded, setLoaded] = createSignal<T | null>()
  const load = () =>
    props.load().then(
      (part) => setLoaded(() => part),
      () => setLoaded(null),
    )
  // Back online it is tried again; a browser that keeps the failure of a script has to be reloaded.
  const again = () => loaded() === null && void load()
  addEventListener('online', again)
  onCleanup(() => removeEventListener('online', again))
  void load()
  return (
    <Show when={loaded()} keyed fallback={loaded() === null && props.failed}>
      {(part) => props.children(part)}
    </Show>
  )
}
