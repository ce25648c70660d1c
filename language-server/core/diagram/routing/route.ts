import type { Box } from '../layout/boxes.ts';
import type { Axis, Channel, Node } from './channels.ts';

/** Where a line leaves or enters a zone; `inner` where it comes from inside the zone. */
export interface Port {
  readonly box: Box;
  readonly side: 'top' | 'bottom' | 'left' | 'right';
  readonly inner: boolean;
}

/** A path through the channels, from port to port: the axes alternate where it turns. */
export interface Route {
  readonly start: Port;
  readonly end: Port;
  /** Nodes passed, with the axis of the step to each; empty where both ends stand at the one channel. */
  readonly steps: readonly { readonly node: Node; readonly axis: Axis }[];
  /** The channel of a route without steps, and whether it is straight across it. */
  readonly channel?: Channel;
  readonly isStraight?: boolean;
}

/** A port and the channel that it opens into. */
export interface Access {
  readonly port: Port;
  readonly channel: Channel;
}

/** What a bend costs, in pixels of path. */
export const BEND = 60;

/** What it costs to turn into a channel that others run in already. */
export const crowd = ({ uses }: Channel): number => Math.min(uses, 12) * 6;
