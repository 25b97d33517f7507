import { type JSX, onMount } from 'solid-js'
import { PageChoices } from '../app/page-choices.tsx'
import { Brand } from './brand.tsx'

/**
 * A page that says one thing and what to do about it. Its first box takes the focus; where it has none its title does, so
 * that a screen reader reads it and the next Tab leads to the first action.
 */
export function NoticePage(props: { title: string; text: string; children: JSX.Element }) {
  let main!: HTMLElement
  onMount(() => {
    const box = main.querySelector('input')
    if (box) box.select()
    else main.querySelector('h1')?.focus()
  })
  return (
    <div class="notice-page">
      <header class="notice-page-top">
        <Brand />
        <div class="bar-end">
          <PageChoices />
        </div>
      </header>
      <main ref={main} class="notice-page-main">
        <h1 class="notice-page-title" tabindex="-1">
          {props.title}
        </h1>
        <p id="notice-page-text" class="notice-page-text">
          {props.text}
        </p>
        <div class="notice-page-actions">{props.children}</div>
      </main>
    </div>
  )
}
