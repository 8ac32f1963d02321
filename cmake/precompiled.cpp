// SPDX-License-Identifier: Apache-2.0
// The one source of the precompiled header target.
