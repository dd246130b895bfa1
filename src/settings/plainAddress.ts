/**
 * An address, from its query on, that means what it says: `putRight` would leave it as it is. Of
 * the others only some need mending; this decides without the code that does it. Each sign can be
 * read in one way only, or a long address would take long.
 */
export const PLAIN = /^\??([a-z\d_-]+(\.[a-z][a-z\d]*)?=([\w+.*-]*\w)?(&|(?=#|$)))*(#[\w-]*)?$/;
