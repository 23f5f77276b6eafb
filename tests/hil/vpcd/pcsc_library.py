# SPDX-License-Identifier: Apache-2.0
"""The PC/SC library itself, for what no tool shows: each APDU and its time."""
import ctypes

SHARED, ANY_PROTOCOL, SYSTEM = 2, 3, 2


class Pcsc:
    def __init__(self):
        self.library = ctypes.CDLL("libpcsclite.so.1")
        self.context = ctypes.c_long()
        self.check(self.library.SCardEstablishContext(SYSTEM, None, None,
                                                      ctypes.byref(self.context)))
        self.card = ctypes.c_long()
        self.protocol = ctypes.c_ulong()

    def check(self, code):
        if code:
            raise OSError(f"PC/SC says {code & 0xFFFFFFFF:08X}")

    def connect(self, reader=b"Virtual PCD 00 00"):
        self.check(self.library.SCardConnect(
            self.context, reader, SHARED, ANY_PROTOCOL, ctypes.byref(self.card),
            ctypes.byref(self.protocol)))

    def reconnect(self, initialization):
        self.check(self.library.SCardReconnect(self.card, SHARED, ANY_PROTOCOL, initialization,
                                               ctypes.byref(self.protocol)))

    def transmit(self, command):
        data = bytes.fromhex(command)
        answer = ctypes.create_string_buffer(65538)
        size = ctypes.c_ulong(len(answer))
        request = (ctypes.c_ulong * 2)(self.protocol.value, 16)
        self.check(self.library.SCardTransmit(self.card, request, data, len(data), None, answer,
                                              ctypes.byref(size)))
        return answer.raw[:size.value].hex().upper()
