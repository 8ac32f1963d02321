// SPDX-License-Identifier: Apache-2.0
// Lowering of ImageDecoder: a call of the function in runtime/support.
#include "compiler/Lowering/HostCall.h"
#include "compiler/Lowering/Image.h"
#include "dialects/ONNX/Image.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

static LoweredValues lowerImageDecoder(ImageDecoderOp op, Lowerer &l) {
  Type u8 = getElementTypeOrSelf(op.getEncodedStream().getType());
  return hostCall(
      l, "cameo_op_image_decoder", HostTensor{l(op.getEncodedStream()), u8},
      HostResult{Lowerer::convertTensor(op.getImage()),
                 getElementTypeOrSelf(op.getImage().getType()), std::nullopt},
      l.b.getNamedAttr("pixel_format", op.getPixelFormatAttr()));
}

void cameo::registerImageDecoderLowerings(LoweringRegistry &r) {
  r.add<ImageDecoderOp>(lowerImageDecoder);
}
