# SPDX-License-Identifier: Apache-2.0
# Debian 12 packages only; packages.txt lists them with the reason for each.
find_package(PkgConfig REQUIRED)
pkg_check_modules(systemc REQUIRED IMPORTED_TARGET systemc)
find_package(SQLite3 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(yaml-cpp REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(spdlog REQUIRED)
find_package(GTest REQUIRED)
find_package(benchmark REQUIRED)
find_package(rapidcheck REQUIRED)
find_package(Threads REQUIRED)
# Debian's libzip-config.cmake insists on programs of other packages; pkg-config does not.
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET GLOBAL libzip)
add_library(libzip::zip ALIAS PkgConfig::libzip)
find_library(LIBCSV_LIBRARY csv REQUIRED)

# SystemC 2.3.4 was built for C++17; this definition lets C++20 code link with it.
add_library(dep_systemc INTERFACE)
target_link_libraries(dep_systemc INTERFACE PkgConfig::systemc)
target_compile_definitions(dep_systemc INTERFACE SC_CPLUSPLUS=201703L)

pkg_check_modules(libnfc REQUIRED IMPORTED_TARGET libnfc)

# Boost.Asio is headers only; its system errors need no library.
find_package(Boost 1.81 REQUIRED)

# Dear ImGui and its back ends are one static library; the null renderer of tests needs no more.
pkg_check_modules(imgui REQUIRED IMPORTED_TARGET imgui)
add_library(dep_imgui INTERFACE)
target_link_libraries(dep_imgui INTERFACE PkgConfig::imgui)
# The window, OpenGL and PNG.
pkg_check_modules(screen REQUIRED IMPORTED_TARGET glfw3 egl gl stb)
add_library(dep_screen INTERFACE)
target_link_libraries(dep_screen INTERFACE dep_imgui PkgConfig::screen)
