# SPDX-License-Identifier: GPL-3.0-or-later
"""By hand, not in the tests: every logits case of $LONGHAND_GOLDEN, written as GGUF by this program,
runs in llama.cpp beside the reference's logits.

    run_in_llama_cpp.py LONGHAND      (the program; needs llama-cpp-python and numpy)

With llama-cpp-python 0.3.36 all agree within 1e-5 (gemma3 1.4e-4: its gelu there is a table of f16)
but those whose meaning llama.cpp's architectures leave out: the window of a Mistral, whose files are
of architecture llama; gemma2's query_pre_attn_scalar beside another head width; rope-dynamic, which
GGUF has no rule for.
"""
import json, os, pathlib, shutil, subprocess, sys, tempfile
import numpy, llama_cpp

# The models have no tokenizer, and llama.cpp insists on one; of a Phi 3 it wants these tokens.
MARKS = ("<|end|>", "<unk>", "<s>", "</s>", "<|endoftext|>")
TOKENIZER = {
    "added_tokens": [{"id": 3 + i, "content": mark, "special": True} for i, mark in enumerate(MARKS)],
    "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": False, "use_regex": True},
    "decoder": {"type": "ByteLevel"},
    "model": {"type": "BPE", "vocab": {"a": 0, "b": 1, "ab": 2}, "merges": ["a b"]},
}
TYPES = {"F32": "<f4", "F64": "<f8", "I64": "<i8", "I32": "<i4"}


def tensors(path):
    raw = path.read_bytes()
    size = int.from_bytes(raw[:8], "little")
    for name, entry in json.loads(raw[8 : 8 + size]).items():
        if name != "__metadata__" and entry["dtype"] in TYPES:
            begin, end = (8 + size + offset for offset in entry["data_offsets"])
            yield name, numpy.frombuffer(raw[begin:end], TYPES[entry["dtype"]]).reshape(entry["shape"])


def logits_there(model, ids):
    llm = llama_cpp.Llama(str(model), n_ctx=len(ids), n_batch=len(ids), n_ubatch=len(ids), logits_all=True,
                          type_k=0, type_v=0, verbose=False)  # caches of f32
    llm.eval(ids)
    return numpy.array(llm.scores[: len(ids)])


for case in sorted(pathlib.Path(os.environ["LONGHAND_GOLDEN"]).iterdir()):
    about = case / "case.json"
    if not about.exists() or json.loads(about.read_text())["kind"] != "logits":
        continue
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work) / case.name
        shutil.copytree(case / "model", folder, copy_function=shutil.copy)
        folder.chmod(0o755)
        (folder / "tokenizer.json").write_text(json.dumps(TOKENIZER))
        made = subprocess.run([sys.argv[1], "models", "add", str(folder), "--type", "f32", "--data-dir", work],
                              capture_output=True, text=True)
        if made.returncode != 0:
            print(f"{case.name}: {made.stderr.strip()}")
            continue
        expected = dict(tensors(case / "expected.safetensors"))
        ids = [int(i) for i in expected["input_ids"].reshape(-1)]
        wanted = expected["logits"].reshape(len(ids), -1)
        try:
            got = logits_there(pathlib.Path(work) / "models" / f"{case.name}-f32.gguf", ids)
            error = numpy.linalg.norm(got - wanted) / numpy.linalg.norm(wanted)
            print(f"{case.name}: relative error {error:.1e}")
        except ValueError as refused:
            print(f"{case.name}: not loaded: {refused}")
