/*
 * Drawings and threat models have no tables: what Zones writes into them carries its row in attributes, by the ids of
 * the columns, so that it comes back as it was.
 */

/** The attribute that says which table the row of an element is of. */
export const OWN_MARK = 'zones';

/** What begins the names of the attributes with the cells. */
export const OWN_PREFIX = 'zones-';

/** Marks what we have drawn that is no element: it is left out when it is read. */
export const NO_ELEMENT = 'drawn';

/** The attribute with the rows of what a format has no element for. */
export const OWN_CONDUITS = 'zones-conduits';
