// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Math.
#ifndef CAMEO_DIALECTS_ONNX_MATH
#define CAMEO_DIALECTS_ONNX_MATH

include "dialects/ONNX/ONNXBase.td"

//===-- Element-wise, two operands, numpy broadcasting --------------------===//
class ONNX_BinaryOp<string mnemonic, string text, list<Trait> traits = []>
    : ONNX_PureOp<mnemonic, traits> {
  let summary = text;
  let arguments = (ins ONNX_Tensor:$A, ONNX_Tensor:$B);
  let results = (outs ONNX_Tensor:$C);
}
def ONNX_AddOp : ONNX_BinaryOp<"Add", "A + B", [Commutative]>;
def ONNX_SubOp : ONNX_BinaryOp<"Sub", "A - B">;
def ONNX_MulOp : ONNX_BinaryOp<"Mul", "A * B", [Commutative]>;
def ONNX_DivOp : ONNX_BinaryOp<"Div", "A / B; integers truncate">;
def ONNX_ModOp : ONNX_BinaryOp<"Mod", "Remainder, with the sign of B or (fmod) of A"> {
  let arguments = (ins ONNX_Tensor:$A, ONNX_Tensor:$B, FlagOr<0>:$fmod);
}
def ONNX_PowOp : ONNX_PureOp<"Pow"> {
  let summary = "X to the power of Y, in X's element type";
  let arguments = (ins ONNX_Tensor:$X, ONNX_Tensor:$Y);
  let results = (outs ONNX_Tensor:$Z);
}
def ONNX_PReluOp : ONNX_PureOp<"PRelu"> {
  let summary = "X where X >= 0, slope * X elsewhere; slope broadcasts to X";
  let arguments = (ins ONNX_Tensor:$X, ONNX_Tensor:$slope);
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_BitShiftOp : ONNX_PureOp<"BitShift"> {
  let summary = "Shifts the bits of X by Y places";
  let arguments = (ins ONNX_Tensor:$X, ONNX_Tensor:$Y, Word<["LEFT", "RIGHT"]>:$direction);
  let results = (outs ONNX_Tensor:$Z);
}
def ONNX_SwiGLUOp : ONNX_PureOp<"SwiGLU"> {
  let summary = "Swish(A) * B; A and B have one shape";
  let arguments = (ins ONNX_Tensor:$A, ONNX_Tensor:$B, FloatOr<"1.0">:$alpha);
  let results = (outs ONNX_Tensor:$Y);
}

// Logical, bit-wise and comparing ones.
def ONNX_AndOp : ONNX_BinaryOp<"And", "Logical and", [Commutative]>;
def ONNX_OrOp : ONNX_BinaryOp<"Or", "Logical or", [Commutative]>;
def ONNX_XorOp : ONNX_BinaryOp<"Xor", "Logical exclusive or", [Commutative]>;
def ONNX_BitwiseAndOp : ONNX_BinaryOp<"BitwiseAnd", "And of all bits", [Commutative]>;
def ONNX_BitwiseOrOp : ONNX_BinaryOp<"BitwiseOr", "Or of all bits", [Commutative]>;
def ONNX_BitwiseXorOp : ONNX_BinaryOp<"BitwiseXor", "Exclusive or of all bits", [Commutative]>;
def ONNX_EqualOp : ONNX_BinaryOp<"Equal", "A == B", [Commutative]>;
def ONNX_LessOp : ONNX_BinaryOp<"Less", "A < B">;
def ONNX_LessOrEqualOp : ONNX_BinaryOp<"LessOrEqual", "A <= B">;
def ONNX_GreaterOp : ONNX_BinaryOp<"Greater", "A > B">;
def ONNX_GreaterOrEqualOp : ONNX_BinaryOp<"GreaterOrEqual", "A >= B">;

def ONNX_WhereOp : ONNX_PureOp<"Where"> {
  let summary = "X where the condition holds, Y elsewhere";
  let arguments = (ins ONNX_Tensor:$condition, ONNX_Tensor:$X, ONNX_Tensor:$Y);
  let results = (outs ONNX_Tensor:$output);
}

//===-- Element-wise, any number of operands, numpy broadcasting ----------===//
class ONNX_VariadicOp<string mnemonic, string text> : ONNX_PureOp<mnemonic> {
  let summary = text;
  let arguments = (ins Variadic<ONNX_Tensor>:$data_0);
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_MaxOp : ONNX_VariadicOp<"Max", "The largest of the operands; NaN if one is NaN">;
def ONNX_MinOp : ONNX_VariadicOp<"Min", "The smallest of the operands; NaN if one is NaN">;
def ONNX_SumOp : ONNX_VariadicOp<"Sum", "The sum of the operands">;
def ONNX_MeanOp : ONNX_VariadicOp<"Mean", "The mean of the operands">;

//===-- Element-wise, one operand -----------------------------------------===//
class ONNX_UnaryOp<string mnemonic, string text> : ONNX_PureOp<mnemonic> {
  let summary = text;
  let arguments = (ins ONNX_Tensor:$X);
  let results = (outs ONNX_Tensor:$Y);
}
// One with the attribute alpha.
class ONNX_UnaryAlphaOp<string mnemonic, string alpha, string text> : ONNX_UnaryOp<mnemonic, text> {
  let arguments = (ins ONNX_Tensor:$X, FloatOr<alpha>:$alpha);
}
def ONNX_AbsOp : ONNX_UnaryOp<"Abs", "Absolute value">;
def ONNX_NegOp : ONNX_UnaryOp<"Neg", "-X">;
def ONNX_SignOp : ONNX_UnaryOp<"Sign", "-1, 0 or 1">;
def ONNX_ReciprocalOp : ONNX_UnaryOp<"Reciprocal", "1 / X">;
def ONNX_SqrtOp : ONNX_UnaryOp<"Sqrt", "Square root">;
def ONNX_ExpOp : ONNX_UnaryOp<"Exp", "e to the power of X">;
def ONNX_LogOp : ONNX_UnaryOp<"Log", "Natural logarithm">;
def ONNX_ErfOp : ONNX_UnaryOp<"Erf", "Error function">;
def ONNX_CeilOp : ONNX_UnaryOp<"Ceil", "Rounds up">;
def ONNX_FloorOp : ONNX_UnaryOp<"Floor", "Rounds down">;
def ONNX_RoundOp : ONNX_UnaryOp<"Round", "Rounds to nearest, halves to even">;
def ONNX_SinOp : ONNX_UnaryOp<"Sin", "Sine">;
def ONNX_CosOp : ONNX_UnaryOp<"Cos", "Cosine">;
def ONNX_TanOp : ONNX_UnaryOp<"Tan", "Tangent">;
def ONNX_AsinOp : ONNX_UnaryOp<"Asin", "Inverse sine">;
def ONNX_AcosOp : ONNX_UnaryOp<"Acos", "Inverse cosine">;
def ONNX_AtanOp : ONNX_UnaryOp<"Atan", "Inverse tangent">;
def ONNX_SinhOp : ONNX_UnaryOp<"Sinh", "Hyperbolic sine">;
def ONNX_CoshOp : ONNX_UnaryOp<"Cosh", "Hyperbolic cosine">;
def ONNX_TanhOp : ONNX_UnaryOp<"Tanh", "Hyperbolic tangent">;
def ONNX_AsinhOp : ONNX_UnaryOp<"Asinh", "Inverse hyperbolic sine">;
def ONNX_AcoshOp : ONNX_UnaryOp<"Acosh", "Inverse hyperbolic cosine">;
def ONNX_AtanhOp : ONNX_UnaryOp<"Atanh", "Inverse hyperbolic tangent">;
def ONNX_NotOp : ONNX_UnaryOp<"Not", "Logical negation">;
def ONNX_BitwiseNotOp : ONNX_UnaryOp<"BitwiseNot", "Negates all bits">;
def ONNX_IsNaNOp : ONNX_UnaryOp<"IsNaN", "Whether X is not a number">;
def ONNX_IsInfOp : ONNX_UnaryOp<"IsInf", "Whether X is infinite"> {
  let arguments = (ins ONNX_Tensor:$X, FlagOr<1>:$detect_negative, FlagOr<1>:$detect_positive);
}

// Activations.
def ONNX_ReluOp : ONNX_UnaryOp<"Relu", "max(X, 0)">;
def ONNX_LeakyReluOp : ONNX_UnaryAlphaOp<"LeakyRelu", "0.01", "X where X >= 0, alpha * X elsewhere">;
def ONNX_ThresholdedReluOp : ONNX_UnaryAlphaOp<"ThresholdedRelu", "1.0", "X where X > alpha, else 0">;
def ONNX_EluOp : ONNX_UnaryAlphaOp<"Elu", "1.0", "X where X >= 0, alpha * (e^X - 1) elsewhere">;
def ONNX_CeluOp : ONNX_UnaryAlphaOp<"Celu", "1.0", "max(0, X) + min(0, alpha * (e^(X / alpha) - 1))">;
def ONNX_SeluOp : ONNX_UnaryOp<"Selu", "gamma * (X where X > 0, alpha * (e^X - 1) elsewhere)"> {
  let arguments = (ins ONNX_Tensor:$X, FloatOr<"1.67326319217681884765625">:$alpha,
    FloatOr<"1.05070102214813232421875">:$gamma);
}
def ONNX_SigmoidOp : ONNX_UnaryOp<"Sigmoid", "1 / (1 + e^-X)">;
def ONNX_HardSigmoidOp : ONNX_UnaryOp<"HardSigmoid", "max(0, min(1, alpha * X + beta))"> {
  let arguments = (ins ONNX_Tensor:$X, FloatOr<"0.2">:$alpha, FloatOr<"0.5">:$beta);
}
def ONNX_HardSwishOp : ONNX_UnaryOp<"HardSwish", "X * max(0, min(1, X / 6 + 0.5))">;
def ONNX_SwishOp : ONNX_UnaryAlphaOp<"Swish", "1.0", "X * Sigmoid(alpha * X)">;
def ONNX_MishOp : ONNX_UnaryOp<"Mish", "X * tanh(Softplus(X))">;
def ONNX_SoftplusOp : ONNX_UnaryOp<"Softplus", "ln(1 + e^X)">;
def ONNX_SoftsignOp : ONNX_UnaryOp<"Softsign", "X / (1 + |X|)">;
def ONNX_GeluOp : ONNX_UnaryOp<"Gelu", "X * (1 + erf(X / sqrt(2))) / 2, or its tanh approximation"> {
  let arguments = (ins ONNX_Tensor:$X, WordOr<"none", ["none", "tanh"]>:$approximate);
}
def ONNX_ShrinkOp : ONNX_UnaryOp<"Shrink", "X + bias below -lambd, X - bias above lambd, else 0"> {
  let arguments = (ins ONNX_Tensor:$X, FloatOr<"0.0">:$bias, FloatOr<"0.5">:$lambd);
}
def ONNX_ClipOp : ONNX_PureOp<"Clip"> {
  let summary = "min(max(input, min), max)";
  let arguments = (ins ONNX_Tensor:$input, ONNX_OptionalTensor:$min, ONNX_OptionalTensor:$max);
  let results = (outs ONNX_Tensor:$output);
}

//===-- Matrices ----------------------------------------------------------===//
def ONNX_MatMulOp : ONNX_PureOp<"MatMul"> {
  let summary = "Matrix product, as numpy.matmul";
  let arguments = (ins ONNX_Tensor:$A, ONNX_Tensor:$B);
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_GemmOp : ONNX_PureOp<"Gemm"> {
  let summary = "alpha * A' * B' + beta * C";
  let arguments = (ins ONNX_Tensor:$A, ONNX_Tensor:$B, ONNX_OptionalTensor:$C, FloatOr<"1.0">:$alpha,
    FloatOr<"1.0">:$beta, IntOr<0>:$transA, IntOr<0>:$transB);
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_EinsumOp : ONNX_PureOp<"Einsum"> {
  let summary = "Sum of products after Einstein's convention";
  let arguments = (ins Variadic<ONNX_Tensor>:$Inputs, StrAttr:$equation);
  let results = (outs ONNX_Tensor:$Output);
}
def ONNX_DetOp : ONNX_UnaryOp<"Det", "Determinants of the innermost matrices">;

#endif
