/** <own-data>: asleep until it comes near the view; then it loads what fits and draws. */
class OwnData extends HTMLElement {
  connectedCallback() {
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        watch.disconnect();
        void import('./ownData.ts').then(({ start }) => start(this));
      },
      { rootMargin: '250px' },
    );
    watch.observe(this);
  }
}

customElements.define('own-data', OwnData);
