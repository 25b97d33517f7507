/**
 * The pages besides the lobby, a room's page and the page about privacy. They have one document. Each also answers
 * with a slash at its end.
 */
export const PAGE_ADDRESSES = ['/login', '/signup', '/recover', '/rooms', '/account']
