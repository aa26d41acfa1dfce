//! `cargo xtask`: everything that is done to the project, by name.
//!
//! Each task first makes sure that the machine has what the task needs, so that the two commands
//! of the README are all the set-up there is.

mod audit;
mod bench;
mod bindings;
mod debian;
mod fuzz;
mod icons;
mod node;
mod package;
mod process;
mod run;
mod rust;
mod stages;
mod test;
mod torture;

use std::process::ExitCode;

use crate::process::Failure;

/// One task: its name, what its help says, and what it does with the words after its name.
struct Task {
    name: &'static str,
    about: &'static str,
    usage: &'static str,
    act: fn(&[String]) -> Result<(), Failure>,
}

const TASKS: &[Task] = &[
    Task { name: "run", about: run::ABOUT, usage: run::USAGE, act: run::act },
    Task { name: "test", about: test::ABOUT, usage: test::USAGE, act: test::act },
    Task { name: "bench", about: bench::ABOUT, usage: bench::USAGE, act: bench::act },
    Task { name: "torture", about: torture::ABOUT, usage: torture::USAGE, act: torture::act },
    Task { name: "fuzz", about: fuzz::ABOUT, usage: fuzz::USAGE, act: fuzz::act },
    Task { name: "audit", about: audit::ABOUT, usage: audit::USAGE, act: audit::act },
    Task { name: "package", about: package::ABOUT, usage: package::USAGE, act: package::act },
    Task { name: "bindings", about: bindings::ABOUT, usage: bindings::USAGE, act: bindings::act },
    Task { name: "icons", about: icons::ABOUT, usage: icons::USAGE, act: icons::act },
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::from(failure.code)
        }
    }
}

fn dispatch(words: &[String]) -> Result<(), Failure> {
    let Some((name, rest)) = words.split_first() else {
        return Err(Failure::wrong_use(format!("which task?\n\n{}", overview())));
    };
    if asks_for_help(name) {
        println!("{}", overview());
        return Ok(());
    }
    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        return Err(Failure::wrong_use(format!("there is no task {name}.\n\n{}", overview())));
    };
    // What follows `--` belongs to the program that is run, `--help` included.
    let own = rest.iter().take_while(|word| *word != "--");
    if own.into_iter().any(|word| asks_for_help(word)) {
        println!("{}\n\n{}", task.about, task.usage);
        return Ok(());
    }
    (task.act)(rest)
}

fn asks_for_help(word: &str) -> bool {
    matches!(word, "help" | "--help" | "-h")
}

fn overview() -> String {
    let mut text = String::from("Usage: cargo xtask TASK [--help]\n\nTasks:\n");
    for task in TASKS {
        text.push_str(&format!("  {:<10}{}\n", task.name, task.about));
    }
    text.trim_end().to_owned()
}
