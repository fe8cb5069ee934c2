#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# By hand, not in the tests: every logits case of $LONGHAND_GOLDEN goes through llama.cpp's converter,
# and golden_test reads what comes out beside the same logits.
#
#     exchange_with_llama_cpp.sh LLAMA_CPP_SOURCE PYTHON OUT
#     LONGHAND_GOLDEN=OUT golden_test --gtest_filter='Golden.Logits*'
#
# PYTHON has torch, transformers, sentencepiece and numpy. With the sources in llama-cpp-python
# 0.3.36 and f32 weights all agree within 2e-5 but those whose meaning the converter drops:
# mistral's window (its GGUF files are of architecture llama), gemma2's query_pre_attn_scalar beside
# another head width, gemma3's layer types where they are not five of six, rope-dynamic (GGUF has no
# such rule), rope-longrope outside architecture phi3, whose lists are left out and which is refused.
set -euo pipefail
source_tree=$1 python=$2 out=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The models have no tokenizer and the converter insists on one: 160 pieces of this script's text.
for _ in 1 2 3 4; do cat "$0"; done > "$work/text"
"$python" - "$work" <<'PYTHON'
import sys, sentencepiece
sentencepiece.SentencePieceTrainer.train(
    input=sys.argv[1] + "/text", model_prefix=sys.argv[1] + "/tokenizer", vocab_size=160,
    model_type="bpe", pad_id=3, character_coverage=1.0, minloglevel=2)
PYTHON

for case in "$LONGHAND_GOLDEN"/*/; do
    grep -q '"kind": "logits"' "$case/case.json" || continue
    name=$(basename "$case")
    mkdir -p "$work/$name" "$out/$name"
    cp "$case"/model/* "$work/tokenizer.model" "$work/$name"
    cp "$case/case.json" "$case/expected.safetensors" "$out/$name"
    if PYTHONPATH=$source_tree/gguf-py "$python" "$source_tree/convert_hf_to_gguf.py" "$work/$name" \
        --outtype f32 --outfile "$out/$name/model" > "$work/log" 2>&1; then
        echo "$name: converted"
    else
        echo "$name: $(tail -1 "$work/log")"
        rm -r "${out:?}/$name"
    fi
done
