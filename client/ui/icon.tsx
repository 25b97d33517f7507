// Each is drawn on a grid of 24 with one stroke in the colour of the text around it. An icon that one component uses is
// drawn there: the lobby and the room load these.
const PATHS = {
  copy: 'M9 9h10v11H9zM5 15V4h10',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  down: 'M12 5v14M6 13l6 6 6-6',
  send: 'M12 19V5M6 11l6-6 6 6',
  flame:
    'M12 3c.6 3.2 5.5 5.4 5.5 10.6A5.5 5.5 0 0 1 12 19.5a5.5 5.5 0 0 1-5.5-5.9c0-1.9.8-3.2 1.7-4.1.3 1.5 1 2.2 1.8 2.6C9.5 9 10 5.5 12 3z',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4z',
  leave: 'M14 4.5h4.5v15H14M3.5 12H14M10 7.5l4.5 4.5-4.5 4.5',
  lock: 'M6.5 11h11v9h-11zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h3v3M20 14v6h-3',
  moon: 'M20 14.5A8.2 8.2 0 0 1 9.5 4 8.2 8.2 0 1 0 20 14.5z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5V4M12 20v1.5M2.5 12H4M20 12h1.5M5.3 5.3l1 1M17.7 17.7l1 1M18.7 5.3l-1 1M6.3 17.7l-1 1',
} as const

type IconName = keyof typeof PATHS

/**
 * One of these icons, or a path drawn in the same way. It only illustrates: the words beside it, or the button's label,
 * say what it means.
 */
export function Icon(props: {
  name?: IconName
  path?: string
  size?: number
  /** Whether it points forward or back, and is mirrored where one reads to the left. */
  points?: boolean
}) {
  return (
    <svg
      class={props.points ? 'icon-points' : undefined}
      aria-hidden="true"
      viewBox="0 0 24 24"
      width={props.size ?? 20}
      height={props.size ?? 20}
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={props.name ? PATHS[props.name] : props.path} />
    </svg>
  )
}
