/** A pin, drawn as the icons are. */
export const PIN = 'M9 4h6l-1 6 3.5 3.5h-11L10 10zM12 13.5V20'
