import type { Conversion } from "../editor/conversion.ts";
import type { TrackFit } from "../fit/fit.ts";
import type { FitLaying } from "../fit/lay-fit.ts";
import type { Downloads } from "../downloads/downloads.ts";
import type { OwnMusic } from "../own-music/own-music.ts";
import type { ModelShelf } from "../packs/model-shelf.ts";
import type { SceneReader } from "../scene/scene-reader.ts";
import { downloadingText } from "../words/downloads.ts";
import { jobText, layingText } from "../words/fit.ts";
import { JOBS, readingText } from "../words/jobs.ts";
import { addingText } from "../words/packs.ts";
import { SCENE } from "../words/scene.ts";

/** Work that takes a while. */
export interface Job {
  readonly id: string;
  /** What is done, and how far it is. */
  readonly text: string;
  /** 0 to 1; null while that cannot be told. */
  readonly share: number | null;
  /** Seconds that it will take from now on; null while that cannot be told. */
  readonly left: number | null;
  readonly canStop: boolean;
}

/** Who does such work. */
export interface Workers {
  readonly scene: Pick<SceneReader, "isLooking" | "stop">;
  readonly music: Pick<OwnMusic, "state" | "stop">;
  readonly downloads: Pick<Downloads, "state" | "cancel">;
  readonly packs: Pick<ModelShelf<unknown>, "state">;
  readonly captioners: Pick<ModelShelf<unknown>, "state">;
  readonly conversion: Pick<Conversion, "share" | "cancel">;
  readonly fit: Pick<TrackFit, "share" | "state" | "cancel">;
  readonly fitLaying: Pick<FitLaying, "share" | "cancel">;
}

/** A job, and how it is stopped. */
interface Work {
  readonly id: string;
  readonly text: string;
  readonly share: number | null;
  readonly stop?: () => unknown;
}

/** A guess of the time that is left needs this share of the work, and this many milliseconds. */
const LEAST = { share: 0.02, ms: 1500 };

/** All work that takes a while, in one place. */
export class Jobs {
  /** When each was first seen, in milliseconds. */
  private readonly begun = new Map<string, number>();

  constructor(
    private readonly workers: Workers,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** What is under way, the longest at it first. */
  get state(): readonly Job[] {
    const works = worksOf(this.workers);
    for (const id of this.begun.keys()) {
      if (!works.some((work) => work.id === id)) this.begun.delete(id);
    }
    const now = this.now();
    for (const { id } of works) this.begun.set(id, this.begun.get(id) ?? now);
    const order = [...this.begun.keys()];
    return works
      .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
      .map(({ id, text, share, stop }) => ({
        ...{ id, text, share, canStop: stop !== undefined },
        left: leftOf(share, now - (this.begun.get(id) ?? now)),
      }));
  }

  /** Ends a job; what it has done by now is kept where that makes sense. */
  stop(id: string): void {
    worksOf(this.workers)
      .find((work) => work.id === id)
      ?.stop?.();
  }
}

function worksOf(workers: Workers): Work[] {
  const { scene, music, downloads, packs, captioners, conversion, fit, fitLaying } = workers;
  const reading = music.state.folders.flatMap(({ id, name, activity }) =>
    activity.name === "reading"
      ? [
          {
            id: `folder:${id}`,
            text: readingText(name, activity),
            share: shareOf(activity.done, activity.total),
            stop: () => music.stop(id),
          },
        ]
      : [],
  );
  const arriving = downloads.state.arrivals.map((arrival) => ({
    id: `download:${arrival.trackId}`,
    text: downloadingText([arrival]),
    share: arrival.step === "embedding" ? null : shareOf(arrival.done, arrival.total),
    stop: () => downloads.cancel(arrival.trackId),
  }));
  const looking = { id: "pictures", text: SCENE.looking, share: null, stop: () => scene.stop() };
  return [
    ...(scene.isLooking ? [looking] : []),
    ...reading,
    ...arriving,
    ...addingTo("pack", packs),
    ...addingTo("captioner", captioners),
    ...(conversion.share === null
      ? []
      : [
          {
            id: "conversion",
            text: JOBS.converting,
            share: conversion.share,
            stop: () => conversion.cancel(),
          },
        ]),
    ...fitWorks(fit, fitLaying),
  ];
}

function addingTo(id: string, { state: { adding } }: Workers["packs"]): Work[] {
  if (adding === null) return [];
  return [{ id, text: addingText(adding.name, adding.done), share: adding.done }];
}

function fitWorks(fit: Workers["fit"], laying: Workers["fitLaying"]): Work[] {
  const title = fit.state?.result.track.title ?? "";
  const making = { id: "fit", text: jobText(title), share: fit.share, stop: () => fit.cancel() };
  const { share } = laying;
  const writing = { id: "fit-file", text: layingText(title), share, stop: () => laying.cancel() };
  return [making, writing].filter((work) => work.share !== null);
}

const shareOf = (done: number, total: number | null): number | null =>
  total === null || total === 0 ? null : Math.min(1, done / total);

const leftOf = (share: number | null, ms: number): number | null =>
  share === null || share < LEAST.share || share === 1 || ms < LEAST.ms
    ? null
    : ((ms / share) * (1 - share)) / 1000;
