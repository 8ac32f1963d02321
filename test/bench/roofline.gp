# SPDX-License-Identifier: Apache-2.0
# Kernels under the machine's roofs; gnuplot -e "data='FILE'; output='FILE.svg'" roofline.gp
stats data nooutput
set terminal svg size 1000, 700 font "sans,10" background "white"
set output output
set logscale xy 2
set xrange [1.0/16:512]
set yrange [0.5:1024]
set xlabel "operations a byte"
set ylabel "GFLOP/s"
set grid
set key left top
plot for [column=2:4] data index 0 using 1:column with lines lc rgb "black" notitle, \
  for [block=1:STATS_blocks-1] data index block using 1:2 with points pt 7 lc block title columnheader(1), \
  for [block=1:STATS_blocks-1] data index block using 1:2:3 with labels offset 0.6,0.3 left font ",7" notitle
