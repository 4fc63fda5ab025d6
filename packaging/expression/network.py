"""The network: four pooled steps of 3 x 3 convolutions, small enough to ship and quick to run."""

# pyright: reportMissingImports=false
from collections.abc import Sequence

import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

SIDE = 48
_FLOAT = int(TensorProto.FLOAT)
STUDENT = ((16,), (32, 32), (48,), (64,))
"""Channels of the convolutions between poolings: 58,709 parameters."""
TEACHER = ((24,), (48, 48), (72,), (96,))
"""The same shape wider, for the networks that check the labels."""


def network(steps: tuple[tuple[int, ...], ...], outputs: int) -> nn.Sequential:
    """A new network from n x 1 x 48 x 48 to n x `outputs` logits."""
    layers: list[nn.Module] = []
    before = 1
    side = SIDE
    for step in steps:
        for channels in step:
            layers += [
                nn.Conv2d(before, channels, 3, padding=1, bias=False),
                nn.BatchNorm2d(channels),
                nn.ReLU(inplace=True),
            ]
            before = channels
        layers.append(nn.MaxPool2d(2))
        side //= 2
    layers += [nn.Flatten(), nn.Dropout(0.4), nn.Linear(before * side * side, outputs)]
    return nn.Sequential(*layers)


def to_onnx(members: Sequence[tuple[nn.Sequential, float]], temperature: float) -> bytes:
    """The mean of the members' logits, each over its own temperature, over `temperature`.

    Normalisation is folded in, and weights are kept in half precision: twice as many fit.
    """
    nodes: list[onnx.NodeProto] = []
    weights: list[onnx.TensorProto] = []
    outputs = [
        _append(net, f"m{number}_", own * temperature * len(members), nodes, weights)
        for number, (net, own) in enumerate(members)
    ]
    while len(outputs) > 1:
        one, other, *rest = outputs
        nodes.append(helper.make_node("Add", [one, other], [f"{one}_{other}"]))
        outputs = [f"{one}_{other}", *rest]
    classes = int(weights[-1].dims[0])
    graph = helper.make_graph(
        nodes,
        "expression",
        [helper.make_tensor_value_info("face", TensorProto.FLOAT, ["n", 1, SIDE, SIDE])],
        [helper.make_tensor_value_info(outputs[0], TensorProto.FLOAT, ["n", classes])],
        weights,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.checker.check_model(model)
    return model.SerializeToString()


def _append(
    net: nn.Sequential,
    prefix: str,
    divisor: float,
    nodes: list[onnx.NodeProto],
    weights: list[onnx.TensorProto],
) -> str:
    """Add one member's layers, its logits divided by `divisor`; the name of its output."""
    current = "face"

    def add(kind: str, *tensors: torch.Tensor, **attributes: object) -> None:
        nonlocal current
        name = f"{prefix}{kind.lower()}{len(nodes)}"
        inputs = [current]
        for part, tensor in enumerate(tensors):
            half = tensor.detach().half().numpy().copy()
            weights.append(numpy_helper.from_array(half, f"{name}_half{part}"))
            inputs.append(f"{name}_{part}")
            cast = helper.make_node("Cast", [f"{name}_half{part}"], inputs[-1:], to=_FLOAT)
            nodes.append(cast)
        node = helper.make_node(kind, inputs, [name])
        node.attribute.extend(
            helper.make_attribute(key, value) for key, value in attributes.items()
        )
        nodes.append(node)
        current = name

    layers = list(net)
    for number, layer in enumerate(layers):
        if isinstance(layer, nn.Conv2d):
            norm = layers[number + 1]
            assert isinstance(norm, nn.BatchNorm2d)
            assert norm.running_var is not None
            assert norm.running_mean is not None
            gain = norm.weight / torch.sqrt(norm.running_var + norm.eps)
            weight = layer.weight * gain[:, None, None, None]
            bias = norm.bias - norm.running_mean * gain
            add("Conv", weight, bias, kernel_shape=[3, 3], pads=[1, 1, 1, 1])
        elif isinstance(layer, nn.ReLU):
            add("Relu")
        elif isinstance(layer, nn.MaxPool2d):
            add("MaxPool", kernel_shape=[2, 2], strides=[2, 2])
        elif isinstance(layer, nn.Flatten):
            add("Flatten", axis=1)
        elif isinstance(layer, nn.Linear):
            add("Gemm", layer.weight / divisor, layer.bias / divisor, transB=1)
    return current
