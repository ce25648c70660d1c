import { FileChild, XmlAttributeComponent } from 'docx';

class MarkAttributes extends XmlAttributeComponent<{ readonly name?: string; readonly id: number }> {
  protected override readonly xmlKeys = { name: 'w:name', id: 'w:id' };
}

class Mark extends FileChild {
  constructor(
    element: 'w:bookmarkStart' | 'w:bookmarkEnd',
    attributes: { readonly name?: string; readonly id: number },
  ) {
    super(element);
    this.root.push(new MarkAttributes(attributes));
  }
}

/** Where a range of a file begins and where it ends: its contents list the headings in it alone. */
export const rangeMarks = (name: string, id: number): readonly [FileChild, FileChild] => [
  new Mark('w:bookmarkStart', { name, id }),
  new Mark('w:bookmarkEnd', { id }),
];
