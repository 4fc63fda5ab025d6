"""Every key that the trainer accepts in data.toml: where, of which type, what it does, its trap."""

from app.export.toml_schema import Key, Kind, Level
from app.messages import msg

_G, _D, _S = Level.GENERAL, Level.DATASET, Level.SUBSET
_EVERYWHERE = frozenset({_G, _D, _S})
_PER_DATASET = frozenset({_G, _D})
_SUBSET_ONLY = frozenset({_S})
_HOLDS_BACK_CACHE = msg("Not possible together with cached latents: the trainer stops.")
_ONLY_WHEN_SPLIT = msg("Does nothing unless the caption is split at its commas.")

_ROWS = (
    Key(
        "resolution",
        _PER_DATASET,
        Kind.SIZE,
        "none",
        msg("The size to train at; with buckets its area and its sides are what counts."),
        msg("Required. Only a whole number or two of them: 512.0 and [512] stop the trainer."),
    ),
    Key(
        "batch_size",
        _PER_DATASET,
        Kind.INT,
        "1",
        msg("Pictures per step. Each bucket fills its own batches."),
        msg("0 stops the trainer. The launch command calls it train_batch_size."),
    ),
    Key(
        "enable_bucket",
        _PER_DATASET,
        Kind.BOOL,
        "false",
        msg("Lets pictures of other shapes train, each in the nearest bucket."),
        msg("Off by default: then the first picture of another size stops the training."),
    ),
    Key(
        "min_bucket_reso",
        _PER_DATASET,
        Kind.INT,
        "256",
        msg("The shortest side that a bucket may have."),
        msg("Must not be above the shorter side of the resolution."),
    ),
    Key(
        "max_bucket_reso",
        _PER_DATASET,
        Kind.INT,
        "1024",
        msg("The longest side that a bucket may have."),
        msg(
            "Below the longer side of the resolution the trainer stops; just equal to it, every "
            "picture that is not square shrinks. Twice the longer side leaves room."
        ),
    ),
    Key(
        "bucket_reso_steps",
        _PER_DATASET,
        Kind.INT,
        "64",
        msg("Sides of buckets are multiples of this."),
        msg("64 is right for every model; 0 stops the trainer."),
    ),
    Key(
        "bucket_no_upscale",
        _PER_DATASET,
        Kind.BOOL,
        "false",
        msg("Small pictures keep their size instead of being enlarged."),
        msg("Trades enlarging for cropping: 1000x1000 loses 40 pixels each way."),
    ),
    Key(
        "validation_split",
        _PER_DATASET,
        Kind.FLOAT,
        "0.0",
        msg("The share of pictures that is kept from training to measure the loss."),
        msg("Must have a decimal point; outside 0.0 to 1.0 pictures are lost for nothing."),
    ),
    Key(
        "validation_seed",
        _PER_DATASET,
        Kind.INT,
        "none",
        msg("Chooses the same validation pictures every time."),
    ),
    Key(
        "network_multiplier",
        _PER_DATASET,
        Kind.FLOAT,
        "1.0",
        msg("How strongly the network acts while this dataset trains."),
        msg("Must have a decimal point: 1 stops the trainer, 1.0 does not."),
    ),
    Key(
        "resize_interpolation",
        _EVERYWHERE,
        Kind.TEXT,
        "none",
        msg("How pictures are resized: area when shrinking and lanczos when enlarging, if unset."),
        msg("An unknown name stops the trainer, except in a subset, where nobody notices."),
    ),
    Key(
        "image_dir",
        _SUBSET_ONLY,
        Kind.TEXT,
        "none",
        msg("The folder of pictures and captions, as the training machine sees it."),
        msg(
            "Required. A relative path starts where the trainer was started; a folder that is not "
            "there is only a warning."
        ),
    ),
    Key(
        "num_repeats",
        _EVERYWHERE,
        Kind.INT,
        "1",
        msg("How often each picture comes round in one epoch."),
        msg("0 and less: the folder is ignored with a warning."),
    ),
    Key(
        "caption_extension",
        _EVERYWHERE,
        Kind.TEXT,
        '".caption"',
        msg("How caption files end."),
        msg(
            "Without it the trainer looks for .caption and trains every picture with no words "
            "if the files are .txt."
        ),
    ),
    Key(
        "class_tokens",
        _EVERYWHERE,
        Kind.TEXT,
        "none",
        msg("The caption of pictures that have no caption file."),
        msg("Never added to a caption that exists: the .txt wins."),
    ),
    Key(
        "is_reg",
        _SUBSET_ONLY,
        Kind.BOOL,
        "false",
        msg("Pictures of the wider class, which keep the model from forgetting it."),
        msg("Used only up to the number of training pictures; the rest is left out."),
    ),
    Key(
        "alpha_mask",
        _SUBSET_ONLY,
        Kind.BOOL,
        "false",
        msg("Transparent parts of a picture do not count for the loss."),
    ),
    Key(
        "cache_info",
        _EVERYWHERE,
        Kind.BOOL,
        "false",
        msg("Remembers sizes and captions in metadata_cache.json beside the pictures."),
        msg("Edited captions and new pictures are not noticed until that file is deleted."),
    ),
    Key(
        "conditioning_data_dir",
        _SUBSET_ONLY,
        Kind.TEXT,
        "none",
        msg("The folder of masks or control pictures."),
        msg("Stops every trainer script that uses neither masks nor ControlNet."),
    ),
    Key(
        "metadata_file",
        _SUBSET_ONLY,
        Kind.TEXT,
        "none",
        msg("Captions in one JSON file instead of one text file a picture."),
        msg("All folders of a dataset must have it, or none."),
    ),
    Key(
        "shuffle_caption",
        _EVERYWHERE,
        Kind.BOOL,
        "false",
        msg("Puts the parts between commas in a new order each time."),
        msg("Tears sentences apart at every comma. The launch command can switch it on."),
    ),
    Key(
        "caption_separator",
        _EVERYWHERE,
        Kind.TEXT,
        '","',
        msg("Where a caption is split when it is shuffled."),
        msg("The parts are joined with a comma and a space, whatever stands here."),
    ),
    Key(
        "keep_tokens",
        _EVERYWHERE,
        Kind.INT,
        "0",
        msg("How many parts at the start stay in place while the others are shuffled."),
        _ONLY_WHEN_SPLIT,
    ),
    Key(
        "keep_tokens_separator",
        _EVERYWHERE,
        Kind.TEXT,
        '""',
        msg("A mark in the caption; what stands before it stays in place."),
        msg("Without shuffling the mark itself is trained as words."),
    ),
    Key(
        "secondary_separator",
        _EVERYWHERE,
        Kind.TEXT,
        "none",
        msg("A second separator that holds parts together while shuffling."),
        msg("Replaced by a comma in every caption, shuffled or not."),
    ),
    Key(
        "enable_wildcard",
        _EVERYWHERE,
        Kind.BOOL,
        "false",
        msg("Draws one of several lines, and one of {{red|blue}}, each time."),
        msg("Skipped when text-encoder outputs are cached, as usual for Flux."),
    ),
    Key(
        "caption_prefix",
        _EVERYWHERE,
        Kind.TEXT,
        "none",
        msg("Put before every caption, with one space."),
        msg("Skipped when text-encoder outputs are cached: put the trigger into the captions."),
    ),
    Key(
        "caption_suffix",
        _EVERYWHERE,
        Kind.TEXT,
        "none",
        msg("Put after every caption, with one space."),
        msg("Skipped when text-encoder outputs are cached."),
    ),
    Key(
        "caption_dropout_rate",
        _EVERYWHERE,
        Kind.NUMBER,
        "0.0",
        msg("The share of draws that train with no caption at all."),
        msg("Stops textual inversion scripts, and cached text-encoder outputs."),
    ),
    Key(
        "caption_dropout_every_n_epochs",
        _EVERYWHERE,
        Kind.INT,
        "0",
        msg("Every so many epochs all captions are left out."),
        msg("Stops textual inversion scripts."),
    ),
    Key(
        "caption_tag_dropout_rate",
        _EVERYWHERE,
        Kind.NUMBER,
        "0.0",
        msg("The share of parts between commas that is left out each time."),
        msg("Splits sentences at every comma, even without shuffling."),
    ),
    Key(
        "token_warmup_min",
        _EVERYWHERE,
        Kind.INT,
        "1",
        msg("How many parts the first captions have while the warm-up runs."),
        _ONLY_WHEN_SPLIT,
    ),
    Key(
        "token_warmup_step",
        _EVERYWHERE,
        Kind.NUMBER,
        "0",
        msg("The number of steps over which captions grow to their full length."),
        msg("Splits sentences at every comma, even without shuffling."),
    ),
    Key(
        "color_aug",
        _EVERYWHERE,
        Kind.BOOL,
        "false",
        msg("Shifts the colours a little each time."),
        _HOLDS_BACK_CACHE,
    ),
    Key(
        "random_crop",
        _EVERYWHERE,
        Kind.BOOL,
        "false",
        msg("Cuts at a random place instead of the middle."),
        _HOLDS_BACK_CACHE,
    ),
    Key(
        "flip_aug",
        _EVERYWHERE,
        Kind.BOOL,
        "false",
        msg("Mirrors every second picture."),
        msg("Wrong where captions say left or right, or pictures hold writing."),
    ),
    Key(
        "face_crop_aug_range",
        _EVERYWHERE,
        Kind.FLOAT_PAIR,
        "none",
        msg("Cuts around the face, larger or smaller each time."),
        msg("Whole numbers stop the trainer: write [2.0, 4.0]."),
    ),
    Key(
        "custom_attributes",
        _EVERYWHERE,
        Kind.TABLE,
        "{}",
        msg("Free data of your own; the stock trainer does not use it."),
    ),
)

KEYS: dict[str, Key] = {key.name: key for key in _ROWS}
"""Every key of the trainer's file by name, in the order of its documentation."""


def keys_at(level: Level) -> tuple[Key, ...]:
    """The keys that may stand at a level."""
    return tuple(key for key in KEYS.values() if level in key.levels)
