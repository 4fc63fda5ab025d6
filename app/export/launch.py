"""The command that starts the training with the exported file."""

import re
import shlex

from app.dataset.choices import DatasetChoices, PathForm, Preset
from app.export.train_path import form_of

_SCRIPTS = {
    Preset.FLUX: "flux_train_network.py",
    Preset.SDXL: "sdxl_train_network.py",
    Preset.SD15: "train_network.py",
}
_PLAIN = re.compile(r"[\w.:\\/+=@%-]+")


def launch_line(choices: DatasetChoices, toml_path: str) -> str:
    """The command up to `--dataset_config`, quoted for the shell of the training machine."""
    script = _SCRIPTS[choices.preset]
    path = (
        _for_windows(toml_path)
        if form_of(toml_path, choices.path_form) is PathForm.WINDOWS
        else shlex.quote(toml_path)
    )
    return f"accelerate launch {script} --dataset_config {path}"


def _for_windows(path: str) -> str:
    # A path cannot hold a double quote there, and nothing else ends the quoting.
    return path if _PLAIN.fullmatch(path) else f'"{path}"'
