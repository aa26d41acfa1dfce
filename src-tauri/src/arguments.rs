//! What the program was started with.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::Parser;

/// The command line of the window.
#[derive(Debug, Default, Parser)]
#[command(version, about = "Opens Holdfast's window.")]
pub(crate) struct Arguments {
    /// Where the household's record is kept (otherwise HOLDFAST_STORE, otherwise the data folder)
    #[arg(long, value_name = "FILE")]
    store: Option<PathBuf>,

    /// Look around in a sample household; your own record is not touched
    #[arg(long, conflicts_with = "store")]
    sample: bool,
}

/// Which record this run of the program works on.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Launch {
    /// The store's file. It need not exist yet.
    pub(crate) store: PathBuf,
    /// Whether the store is a copy of the sample household.
    pub(crate) sample: bool,
}

impl Launch {
    /// Decides which record to open: `--sample`, then `--store`, then a `HOLDFAST_STORE` that is
    /// not empty, then `home.db` in the data folder.
    pub(crate) fn new(arguments: Arguments, environment: Option<OsString>, data: &Path) -> Self {
        if arguments.sample {
            return Self { store: data.join("sample.db"), sample: true };
        }
        let named = environment.filter(|value| !value.is_empty()).map(PathBuf::from);
        let store = arguments.store.or(named).unwrap_or_else(|| data.join("home.db"));
        Self { store, sample: false }
    }

    /// Makes the folder that the store lies in.
    ///
    /// # Errors
    /// A sentence that names the folder, when it cannot be made.
    pub(crate) fn make_folder(&self) -> Result<(), String> {
        let Some(folder) = self.store.parent() else { return Ok(()) };
        std::fs::create_dir_all(folder).map_err(|error| {
            format!("the folder {} for your record cannot be made: {error}", folder.display())
        })
    }

    /// The title of the window; it says when what one sees is not one's own record.
    pub(crate) fn window_title(&self) -> &'static str {
        if self.sample { "Holdfast (sample household)" } else { "Holdfast" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn launched(line: &[&str], environment: &str) -> Launch {
        let arguments = Arguments::try_parse_from(line).expect("the case is a valid command line");
        Launch::new(arguments, Some(environment.into()), Path::new("/data"))
    }

    #[test]
    fn the_nearest_choice_of_a_store_wins() {
        let cases: [(&[&str], &str, &str, bool); 5] = [
            (&["holdfast"], "", "/data/home.db", false),
            (&["holdfast"], "/env.db", "/env.db", false),
            (&["holdfast", "--store", "/line.db"], "/env.db", "/line.db", false),
            (&["holdfast", "--sample"], "", "/data/sample.db", true),
            (&["holdfast", "--sample"], "/env.db", "/data/sample.db", true),
        ];
        for (line, environment, store, sample) in cases {
            assert_eq!(
                launched(line, environment),
                Launch { store: store.into(), sample },
                "{line:?} with HOLDFAST_STORE={environment:?}"
            );
        }
    }

    #[test]
    fn the_sample_never_opens_in_a_store_that_was_named() {
        let both = ["holdfast", "--sample", "--store", "/own.db"];
        assert!(Arguments::try_parse_from(both).is_err(), "the sample would mix with one's own");
    }
}
