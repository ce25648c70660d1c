import type * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Area, PictureOptions } from '../../language-server/core/diagram/model/picture-options.ts';
import type { Shown } from './shown.ts';

/** One preview: a webview panel that shows the picture of one system and follows its text. */
export interface Preview {
  readonly panel: vscode.WebviewPanel;
  readonly shown: Readonly<Shown>;
  /** Shows another file's system, unless the preview is locked. */
  follow(uri: string): void;
  /** Asks for the picture again. */
  refresh(): void;
  /** Selects the element whose declaration the cursor has been moved to. */
  cursorMoved(uri: string, selection: vscode.Selection): void;
  /** Selects anew what the cursor stands in, after a change of the model, where it was the cursor that chose last. */
  cursorStayed(uri: string, selection: vscode.Selection): void;
  /** The picture as a PNG file, so many times its size in pixels; undefined where the page cannot make it. */
  makePng(svg: string, scale: number): Promise<Uint8Array | undefined>;
  /** The part of the picture that the page shows, in the picture's pixels; undefined where the page does not answer. */
  areaInView(): Promise<Area | undefined>;
}

export interface PreviewHost {
  readonly extension: vscode.Uri;
  readonly client: LanguageClient;
  /** How a person has wanted to see a system before, which a file of it leads to. */
  optionsOf(uri: string, system: string): PictureOptions;
  keepOptions(uri: string, system: string, options: PictureOptions): void;
  onExport(preview: Preview): void;
  onPrint(preview: Preview): void;
  /** The text of an SVG file with what a preview shows. */
  svgOf(preview: Preview): Promise<string>;
}
