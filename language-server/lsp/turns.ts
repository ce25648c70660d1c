/** Does a work when those before it are done. */
export type InTurn = (work: () => Promise<void>) => Promise<void>;

/** Works come one after the other; one that fails lets the next begin. */
export function createTurns(): InTurn {
  let turn: Promise<void> = Promise.resolve();
  return (work) => {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  };
}
