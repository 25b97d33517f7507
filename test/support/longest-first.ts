import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that are short and take long. A fresh clone knows of a file only how large it is, and would begin these last: then one
 * runs alone while all the others are through.
 */
const LONG = /[/\\](?:hosting-model|votes-model|model|full-rooms|same-build|documented-commands)\.test\.ts$/

/** Starts the files of each project with those that take longest. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const byProject = Map.groupBy(await super.sort(files), ({ project }) => project)
    return [...byProject.values()].flatMap((each) => each.toSorted((a, b) => isLong(b) - isLong(a)))
  }
}

const isLong = ({ moduleId }: TestSpecification) => Number(LONG.test(moduleId))
