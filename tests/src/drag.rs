//! Dragging files onto the window, as from a file manager.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::process::Group;
use crate::programs::program;
use crate::window::Window;

/// Where the files lie, beside the window: it opens in the screen's upper left corner.
const SOURCE: (u32, u32) = (1_500, 1_100);

impl Window {
    /// Drags files to a place of the page, in CSS pixels from its upper left corner, and lets go.
    ///
    /// # Panics
    /// When a program that this needs is missing, or the mouse cannot be moved.
    #[track_caller]
    pub fn drop_files(&self, files: &[&Path], (x, y): (u32, u32)) {
        let mut command = Command::new(program("drag-source"));
        command.env("DISPLAY", self.display()).args([SOURCE.0, SOURCE.1].map(|at| at.to_string()));
        command.args(files).stdout(Stdio::piped());
        let mut source = Group::start(&mut command, "libgtk-3-0");
        let output = source.child.stdout.take().expect("the output was asked for");
        let mut said = String::new();
        BufReader::new(output).read_line(&mut said).expect("what was printed can be read");
        assert_eq!(said.trim(), "ready", "the files can be dragged");
        let (left, top) = (SOURCE.0 + 20, SOURCE.1 + 20);
        // A drag begins after some pixels, and each window on the way is asked in turn.
        let way = [
            format!("mousemove {left} {top} mousedown 1"),
            format!("mousemove {} {top}", left + 15),
            format!("mousemove {} {}", x + 40, y + 40),
            format!("mousemove {} {}", x + 5, y + 5),
            format!("mousemove {x} {y} sleep 0.3 mouseup 1"),
        ];
        let mut mouse = Command::new("xdotool");
        mouse.env("DISPLAY", self.display());
        for step in way {
            mouse.args(step.split(' ')).args(["sleep", "0.15"]);
        }
        let moved = mouse.status().expect("xdotool is installed: sudo apt-get install xdotool");
        assert!(moved.success(), "the mouse can be moved");
        let ended = source.child.wait().expect("the drag ends");
        assert!(ended.success(), "the files were let go");
    }
}
