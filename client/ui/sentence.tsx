import { For, type JSX } from 'solid-js'

/**
 * A sentence with names in it. Each of its words stands in an element: a browser that translates the page puts others in the place of
 * bare texts, and what comes and goes beside them would not find its place any more.
 */
export function Sentence(props: { parts: JSX.Element }) {
  return (
    <For each={partsOf(props.parts)}>{(part) => (typeof part === 'string' ? <span>{part}</span> : part)}</For>
  )
}

const partsOf = (parts: JSX.Element): JSX.Element[] =>
  Array.isArray(parts) ? parts.flatMap(partsOf) : [parts]
