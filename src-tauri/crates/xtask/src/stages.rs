//! A task in stages: one line a stage with its time, and a table at the end.

use std::time::{Duration, Instant};

use crate::process::Failure;

/// The stages done so far, in order.
#[derive(Debug, Default)]
pub(crate) struct Stages {
    done: Vec<(&'static str, Duration, bool)>,
}

impl Stages {
    /// Does one stage and notes how long it took.
    ///
    /// # Errors
    /// The stage's own failure, with the stage's name before it.
    pub(crate) fn stage(
        &mut self,
        name: &'static str,
        act: impl FnOnce() -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        println!("\n== {name}");
        let start = Instant::now();
        let result = act();
        let took = start.elapsed();
        self.done.push((name, took, result.is_ok()));
        let word = if result.is_ok() { "done" } else { "FAILED" };
        println!("== {name}: {word} in {}", seconds(took));
        result.map_err(|failure| Failure {
            sentence: format!("the stage \"{name}\" failed: {}", failure.sentence),
            ..failure
        })
    }

    /// The table of what was done.
    pub(crate) fn table(&self) -> String {
        let width = self.done.iter().map(|(name, ..)| name.chars().count()).max().unwrap_or(0);
        let mut text = String::new();
        let mut total = Duration::ZERO;
        for (name, took, well) in &self.done {
            total += *took;
            let word = if *well { "ok" } else { "FAILED" };
            text.push_str(&format!("{name:<width$}  {:>9}  {word}\n", seconds(*took)));
        }
        text + &format!("{:<width$}  {:>9}", "in all", seconds(total))
    }
}

/// Minutes, seconds and tenths, as in `2m 05.3s`.
fn seconds(time: Duration) -> String {
    let (minutes, seconds, tenths) =
        (time.as_secs() / 60, time.as_secs() % 60, time.subsec_millis() / 100);
    if minutes == 0 {
        format!("{seconds}.{tenths}s")
    } else {
        format!("{minutes}m {seconds:02}.{tenths}s")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_well() {
        for (millis, text) in
            [(0, "0.0s"), (9_960, "9.9s"), (60_000, "1m 00.0s"), (125_300, "2m 05.3s")]
        {
            assert_eq!(seconds(Duration::from_millis(millis)), text, "{millis} ms");
        }
    }

    #[test]
    fn a_failed_stage_keeps_its_code_and_says_its_name() {
        let mut stages = Stages::default();
        stages.stage("format", || Ok(())).expect("the stage did nothing wrong");
        let failure = stages
            .stage("lint", || Err(Failure { sentence: "three problems.".into(), code: 7 }))
            .expect_err("the stage failed");
        assert_eq!(failure.code, 7, "the first failure's exit code is the task's");
        assert_eq!(failure.sentence, "the stage \"lint\" failed: three problems.", "which stage");
        let table = stages.table();
        assert!(
            table.contains("format") && table.contains("FAILED"),
            "the table shows both:\n{table}"
        );
    }
}
