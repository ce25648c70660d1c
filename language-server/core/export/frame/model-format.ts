import type { PlantSystem } from '../../plant/plant.ts';
import type { Step } from '../../report/roadmap.ts';
import type { WrittenSheet } from './sheet.ts';

/** A finding as a list has it. */
export interface ExportedFinding {
  readonly severity: string;
  readonly rule: string;
  /** Path of the element that it is about; empty for none. */
  readonly element: string;
  readonly message: string;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** A system to be exported. What costs something is worked out when a format asks for it. */
export interface ExportedSystem {
  readonly plant: PlantSystem;
  findings(): readonly ExportedFinding[];
  /** The days on which the posture changes. */
  steps(): readonly Step[];
}

/** What an export of models is made from. */
export interface ModelInput {
  readonly systems: readonly ExportedSystem[];
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The name of the file that is wanted, with its ending; of a folder its name. */
  readonly name: string;
}

/** What a file has in it: a text, or sheets that become a workbook by who writes it, since core knows no libraries. */
export type FileContent = string | { readonly sheets: readonly WrittenSheet[] };

export interface ExportedFile {
  /** From the folder of the wanted file; of a format that is a folder, from that. */
  readonly name: string;
  readonly content: FileContent;
}

export interface ModelExport {
  readonly files: readonly ExportedFile[];
  /** What cannot be written, each with a sentence what to do. It stands in the files as well. */
  readonly unwritten: readonly string[];
}

/** A kind of file that a format can be. */
export interface FileKind {
  /** Of the names of its files, without the dot. */
  readonly ending: string;
  /** What a file of it is, as a dialog that saves says it. */
  readonly fileType: string;
  /** How a menu tells it from others of the format. */
  readonly title: string;
}

/** A format that models can be exported as. */
export interface ModelFormat {
  readonly id: string;
  /** As menus name it. */
  readonly title: string;
  /** What it is good for, as a menu says it. */
  readonly hint: string;
  /** The kinds of its files, the usual one first; none for a format that is a folder of files. */
  readonly kinds: readonly FileKind[];
  /** True where one file may have several systems. */
  readonly isOfSeveral: boolean;
  /** True where it needs what the rules find. */
  readonly isJudged?: boolean;
  /**
   * The files of it.
   * @throws ExportRefused where there is nothing that it could be made of
   */
  write(input: ModelInput): ModelExport;
}

/** Thrown where an export cannot be made: its message is a sentence with what to do. */
export class ExportRefused extends Error {}

/** The ending of a name, in small letters and without the dot; empty for none. */
export const endingOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** What one file has that says it all. */
export const alone = ({ name }: ModelInput, content: FileContent): ModelExport => ({
  files: [{ name, content }],
  unwritten: [],
});
