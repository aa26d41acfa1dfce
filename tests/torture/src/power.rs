//! Cutting the power at random points of random use, on a disk that forgets what was not synced.

use std::time::Instant;

use holdfast_dice::Dice;

use crate::disk::Disk;
use crate::hand::Manner;
use crate::said::Said;
use crate::tally::Tally;
use crate::trace::{self, Asked};
use crate::witness::Owed;

/// How often the record is used in one story, and how many power cuts each story has.
const STEPS: usize = 60;
const CUTS: usize = 25;

/// Cuts the power `times` times. The second line counts the syncs before each acknowledgement.
pub(crate) fn run(times: usize, seed: u64) -> Result<Vec<Tally>, String> {
    let mut cuts = Tally::of("power cut, unsynced writes lost, torn or out of order");
    let mut syncs = Tally::of("changes acknowledged only after a sync (strace)");
    let mut dice = Dice::new(seed);
    for number in 0.. {
        if cuts.times == times {
            break;
        }
        let start = Instant::now();
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let folder = folder.path().canonicalize().map_err(|error| error.to_string())?;
        let manner = Manner::of(number);
        let story = trace::of_hand(&folder, dice.roll(), STEPS, manner)?;
        syncs.took += start.elapsed();
        count_syncs(&story, &mut syncs);
        let start = Instant::now();
        // One key is the key of the whole story, and is not derived after each cut.
        let mut owed = Owed::default();
        if manner == Manner::Sealed {
            owed.unlock(&folder.join("home.db"))?;
        }
        for _ in 0..CUTS.min(times - cuts.times) {
            let at = dice.below(story.len() + 1);
            cut(&story[..at], &folder, owed.clone(), &mut dice, &mut cuts)?;
        }
        cuts.took += start.elapsed();
    }
    Ok(vec![cuts, syncs])
}

fn cut(
    story: &[Asked],
    folder: &std::path::Path,
    mut owed: Owed,
    dice: &mut Dice,
    tally: &mut Tally,
) -> Result<(), String> {
    let mut disk = Disk::default();
    for asked in story {
        disk.take(asked);
        if let Asked::Said(output) = asked {
            Said::read_all(output).iter().for_each(|said| owed.note(said));
        }
    }
    let left = tempfile::tempdir().map_err(|error| error.to_string())?;
    disk.cut(dice, folder, left.path()).map_err(|error| error.to_string())?;
    tally.acknowledged += owed.changes();
    let when = format!("cut {} after {} calls", tally.times + 1, story.len());
    tally.count(&owed.look(&left.path().join("home.db")), &when);
    Ok(())
}

/// Looks whether a file was synced between what was acknowledged before and each acknowledgement.
fn count_syncs(story: &[Asked], tally: &mut Tally) {
    let mut synced = false;
    for asked in story {
        match asked {
            Asked::Synced { path } => synced |= path.to_string_lossy().ends_with("-wal"),
            Asked::Said(output) => {
                for said in Said::read_all(output) {
                    // An original is named after the action that attached it.
                    if matches!(said, Said::Action(_) | Said::Typed(..)) {
                        tally.times += 1;
                        tally.acknowledged += 1;
                        if !synced {
                            tally.fail(format!("no sync before “{said}”"));
                        }
                        synced = false;
                    }
                }
            }
            Asked::Opened { .. }
            | Asked::Wrote { .. }
            | Asked::Appended { .. }
            | Asked::Cut { .. }
            | Asked::Renamed { .. }
            | Asked::Removed { .. }
            | Asked::Folder { .. } => {}
        }
    }
}
