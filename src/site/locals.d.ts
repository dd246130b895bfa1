declare namespace App {
  interface Locals {
    /** How many cards the page has so far: each needs an id of its own. */
    cards?: number;
  }
}
