import type { JSX } from 'solid-js'

/** A part of a menu, under a title of its own. */
export function Section(props: { title: string; children: JSX.Element }) {
  return (
    <section class="menu-part">
      <h3 class="menu-title">{props.title}</h3>
      {props.children}
    </section>
  )
}
