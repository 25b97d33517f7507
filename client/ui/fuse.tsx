/**
 * The fuse along the top: how much of the time is left, as a line. It is a picture of what the timer says in
 * figures, so assistive technology skips it.
 */
export function Fuse(props: {
  /** The part of the time that is left, from 0 to 1. */
  part: number
  /** Whether the last minute has begun. */
  burning?: boolean
}) {
  const shift = () => (Math.min(1, Math.max(0, props.part)) - 1) * 100
  return (
    <div
      class="fuse"
      classList={{ 'fuse-burning': props.burning, 'fuse-out': props.part <= 0 }}
      aria-hidden="true"
    >
      <div
        class="fuse-line"
        style={{ transform: `translateX(calc(var(--reading) * ${shift().toFixed(3)}%))` }}
      >
        <span class="fuse-tip">
          <span class="fuse-spark" />
          <span class="fuse-spark" />
          <span class="fuse-spark" />
        </span>
      </div>
    </div>
  )
}
