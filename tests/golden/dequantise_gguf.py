# SPDX-License-Identifier: GPL-3.0-or-later
"""By hand, not in the tests: a GGUF file with the same weights in f32, dequantised by the Python
package gguf, to measure what products over quantised weights cost.

    dequantise_gguf.py FROM.gguf TO.gguf
"""
import sys
import numpy
from gguf import GGUFReader, GGUFValueType, GGUFWriter
from gguf.quants import dequantize

reader = GGUFReader(sys.argv[1])
architecture = reader.get_field("general.architecture").contents()
writer = GGUFWriter(sys.argv[2], architecture)
for name, field in reader.fields.items():
    if name.startswith("GGUF.") or name == "general.architecture":
        continue
    kind, *inner = field.types
    if kind == GGUFValueType.ARRAY:
        writer.add_array(name, field.contents())
    else:
        writer.add_key_value(name, 0 if name == "general.file_type" else field.contents(), kind)
for tensor in reader.tensors:
    values = dequantize(tensor.data, tensor.tensor_type)
    writer.add_tensor(tensor.name, numpy.ascontiguousarray(values, dtype=numpy.float32))
writer.write_header_to_file()
writer.write_kv_data_to_file()
writer.write_tensors_to_file()
writer.close()
