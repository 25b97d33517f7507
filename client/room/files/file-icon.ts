/** A sheet with a folded corner. */
export const FILE_ICON = 'M7 3.5h7l4 4v13H7zM14 3.5v4h4'
