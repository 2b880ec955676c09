/** What the sums of plans are over, beside the figures: the cockpit's are over more, and must not be held against them. */
export const SumsNote = () => (
  <p className="quiet max-w-3xl">
    Sums of plans are over funded work: approved, active or closing. The cockpit counts everything current, also ideas, cases and work on hold, so its totals are other ones. Where both are shown they are named, and each opens what it is made of.
  </p>
)
