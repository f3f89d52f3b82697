import { describe, expect, it } from "vitest";
import { wordsOfFileName } from "../../../src/panel/scene/file-name.ts";
import { wordsOfFolderName } from "../../../src/panel/scene/folder-name.ts";

describe("words of a clip's file name", () => {
  it.each([
    ["A001_C002_harbour-at-dawn_tk3.mov", "harbour at dawn"],
    ["C0001.MP4", ""],
    ["A001_C003_0612AB.mxf", ""],
    ["A001C003_240613_R1VK.mov", ""],
    ["DSC_0042.NEF", ""],
    ["GX010123.MP4", ""],
    ["GOPR0012.MP4", ""],
    ["MVI_4471.MOV", ""],
    ["clip_0034.mov", ""],
    ["20240613_101500.mp4", ""],
    ["IMG_20240523_101500.jpg", ""],
    ["PXL_20240613_101500123.mp4", ""],
    ["DJI_20240613101500_0001_D.MP4", ""],
    ["DJI_0101 old lighthouse.mp4", "old lighthouse"],
    ["A002R2AB_230405.mxf", ""],
    ["int_kitchen_night_v2", "interior kitchen night"],
    ["EXT_forestRoad_dawn_final_FINAL_proxy.mov", "exterior forest Road dawn"],
    ["BeachSunset.mov", "Beach Sunset"],
    ["kitchen03_4K_h264.mp4", "kitchen"],
    ["Scene 12 take 4 the letter.mov", "the letter"],
    ["day at the sea.mp4", "day at the sea"],
    ["1950s dance hall 4K 25fps.mov", "1950s dance hall"],
    ["moon landing 1969.mov", "moon landing 1969"],
    ["smørrebrød_på_torvet.mov", "smørrebrød på torvet"],
    ["桜並木_夜.mov", "桜並木 夜"],
    ["90 bpm no drums.mov", "bpm no drums"],
    ["no extension", "no extension"],
    [`${"x".repeat(4000)}.mov`, ""],
    ["", ""],
  ])("are what is left of %j", (name, words) => {
    expect(wordsOfFileName(name)).toBe(words);
  });
});

describe("what the name of a bin or sequence says", () => {
  it.each([
    ["B-roll", ""],
    ["Footage", ""],
    ["Sequence 01", ""],
    ["Day 2", ""],
    ["02_AUDIO", ""],
    ["2024-06-13 FX3 cards", ""],
    ["Wedding dance", "Wedding dance"],
    ["03_Funeral_selects", "Funeral"],
    ["Forest documentary - rough cut", "Forest documentary"],
  ])("is what is left of %j", (name, words) => {
    expect(wordsOfFolderName(name)).toBe(words);
  });
});
