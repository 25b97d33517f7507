import { createSignal, type JSX, onCleanup, Show } from 'solid-js'

/** Milliseconds until loading is tried again: at first and at most. The pause doubles each time. */
const AGAIN = { first: 2_000, longest: 30_000 }

/**
 * Loads a part that the page can do without until it is here.
 * @returns reads the part: undefined until it is loaded. The first read loads it, once for the whole page; where that
 * fails, the next one tries again.
 */
export function loadOnce<T extends object>(load: () => Promise<T>): () => T | undefined {
  const [part, setPart] = createSignal<T>()
  let isAsked = false
  return () => {
    if (!isAsked) {
      isAsked = true
      load().then(
        (loaded) => setPart(() => loaded),
        () => {
          isAsked = false
        },
      )
    }
    return part()
  }
}

/** A part of the page that few people see. It is loaded when it is first shown. */
export function Lazy<T extends object>(props: {
  load: () => Promise<T>
  /** Shows it once it is loaded. */
  children: (loaded: T) => JSX.Element
  /** Shown where it can't be loaded. */
  failed: JSX.Element
}) {
  const [loaded, setLoaded] = createSignal<T | null>()
  let pause = AGAIN.first
  let timer: ReturnType<typeof setTimeout> | undefined
  const load = () =>
    props.load().then(
      (part) => setLoaded(() => part),
      () => {
        setLoaded(null)
        timer = setTimeout(again, pause / 2 + (Math.random() * pause) / 2)
        pause = Math.min(pause * 2, AGAIN.longest)
      },
    )
  // It is tried again by itself, and at once when the network is back. A browser that remembers the failure needs a reload.
  const again = () => {
    clearTimeout(timer)
    if (loaded() === null) void load()
  }
  addEventListener('online', again)
  onCleanup(() => {
    clearTimeout(timer)
    removeEventListener('online', again)
  })
  void load()
  return (
    <Show when={loaded()} keyed fallback={loaded() === null && props.failed}>
      {(part) => props.children(part)}
    </Show>
  )
}
