// SPDX-License-Identifier: Apache-2.0
#include <systemc>

// libsystemc asks for it; tests start the kernel themselves.
int sc_main(int, char**)
{
    return 0;
}
